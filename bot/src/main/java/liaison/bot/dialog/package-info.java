@NullMarked
package liaison.bot.dialog;

import org.jspecify.annotations.NullMarked;
