import { ApiError } from '../connection/http';
import { FilesApi } from '../connection/filesApi';

/** What loads the files of a conversation. */
export type FileList = Pick<FilesApi, 'files'>;

export const fileList: FileList = new FilesApi();
export { ApiError };
