@NullMarked
package liaison.gateway.wechat;

import org.jspecify.annotations.NullMarked;
