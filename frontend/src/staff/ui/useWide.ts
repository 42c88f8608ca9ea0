/** Whether there is room: for tables, and things beside each other, from `lg` on; for the menu beside a page from `xl` on. */

import { Grid } from 'antd';

export const useWide = (from: 'lg' | 'xl' = 'lg') => Grid.useBreakpoint()[from] ?? true;
