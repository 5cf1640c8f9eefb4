@NullMarked
package liaison.bot.notice;

import org.jspecify.annotations.NullMarked;
