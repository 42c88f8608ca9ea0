/** A link that looks like a button. */

import { createLink } from '@tanstack/react-router';
import { Button } from 'antd';

export const LinkButton = createLink(Button);
