/** What a text is about, by a table of weighted pieces that anybody can read. */
@NullMarked
package liaison.bot.topic;

import org.jspecify.annotations.NullMarked;
