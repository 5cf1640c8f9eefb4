@NullMarked
package liaison.bot.request;

import org.jspecify.annotations.NullMarked;
