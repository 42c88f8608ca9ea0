/** Whether there is room for the menu beside the page, and for tables in it. */

import { Grid } from 'antd';

export const useWide = () => Grid.useBreakpoint().lg ?? true;
