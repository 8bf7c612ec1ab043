/** The views of tariffs, subscriptions and clubs: a club's own, and the super-admins'. */
@NullMarked
package ru.trenergram.subscriptions.ui;

import org.jspecify.annotations.NullMarked;
