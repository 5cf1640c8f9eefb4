@NullMarked
package liaison.bot.text;

import org.jspecify.annotations.NullMarked;
