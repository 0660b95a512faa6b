/** What is loaded when the first file is shown or attached. */
export { FileContent } from './FileContent';
export { Viewer } from './Viewer';
export { UploadList } from './UploadList';
export { upload } from './uploader';
