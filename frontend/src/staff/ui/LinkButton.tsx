/** A link that looks like a button. */

import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';

interface Props extends Omit<ButtonProps, 'type'> {
  primary?: boolean;
}

// A link has a `type` of its own, which is another thing than a button's look.
const Look = ({ primary, ...rest }: Props) => <Button {...rest} {...(primary && { type: 'primary' })} />;

export const LinkButton = createLink(Look);
