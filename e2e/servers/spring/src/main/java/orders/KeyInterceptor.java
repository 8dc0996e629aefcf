package orders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

class KeyInterceptor implements HandlerInterceptor {
    private final Behaviour behaviour = Behaviour.CHOSEN;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (behaviour.lookupFirst && isUnknown(request)) {
            throw new Refused(behaviour.notFound.get());
        }
        if (!behaviour.keyLast) {
            requireKey(request);
        }
        return true;
    }

    static void requireKey(HttpServletRequest request) {
        if (!Behaviour.CHOSEN.isKey.test(request)) {
            throw new Refused(Behaviour.CHOSEN.forbidden.get());
        }
    }

    private boolean isUnknown(HttpServletRequest request) {
        String path = request.getRequestURI();
        return behaviour.find.apply(path.substring(path.lastIndexOf('/') + 1)) == null;
    }
}
