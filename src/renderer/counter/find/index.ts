/** What can go on the bill: search, results, favourite tiles; and what the last scan could not find. */
export { favouriteTiles } from './Favourites';
export { type Finder, FindPane } from './FindPane';
export { NoticeBox, noticeWords } from './Notices';
export { readTimes } from './times';
