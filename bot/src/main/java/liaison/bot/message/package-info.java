@NullMarked
package liaison.bot.message;

import org.jspecify.annotations.NullMarked;
