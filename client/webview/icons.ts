/** Strokes on a grid of 16, drawn for this page. */
export const icons = {
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6',
  zoomOut: 'M4 8h8',
  zoomIn: 'M4 8h8M8 4v8',
  fit: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5 6h6v4H5z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.4 10.4l3.1 3.1',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M9.5 4L5.5 8l4 4',
  forward: 'M6.5 4l4 4-4 4',
  ladder: 'M3.5 2.5v11M12.5 2.5v11M3.5 5.5h8M9.5 3.5l2 2-2 2M12.5 10.5h-8M6.5 8.5l-2 2 2 2',
  save: 'M8 2.5v7.5M4.8 6.9L8 10.1l3.2-3.2M3 13.5h10',
} as const;
