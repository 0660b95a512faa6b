/** What is loaded when the first file is shown or attached. */
export { FileContent } from './FileContent';
export { Viewer } from './Viewer';
export { VoiceRecorder } from './VoiceRecorder';
export { UploadList } from './UploadList';
export { upload } from './uploader';
