-- What the menu button of a chat opens, as it was sent; null while it shows the commands.
ALTER TABLE telegram_chat ADD COLUMN menu_button text;
