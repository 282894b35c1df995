package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.staff.LocalFileRefused;
import org.cleanclaim.app.staff.RemoteWorkSettings;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Gives files only to people whose remote-work setting allows it. It stands before the work of
/// every request, so that nothing is read and nothing stands as exported that was not given out:
/// what is no page is a file, and so is every answer of the API, which is made to be kept by
/// another program.
@Component
class LocalFileGate implements HandlerInterceptor {
  private static final String PROGRAM = "org.cleanclaim.app";
  private static final String API = PROGRAM + ".rest";

  private final RemoteWorkSettings settings;
  private final AuditTrail audit;

  LocalFileGate(RemoteWorkSettings settings, AuditTrail audit) {
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var actor = Acting.current();
    if (actor.isPresent()
        && handler instanceof HandlerMethod method
        && isFile(method)
        && settings.effective(actor.get().name()).refusesLocalFiles()) {
      audit.record("was refused a file", "file", request.getRequestURI(), null, null);
      throw new LocalFileRefused();
    }
    return true;
  }

  /// Whether a method gives out something to keep. A page of the program is text of which nothing
  /// else is said, or a part of a page.
  static boolean isFile(HandlerMethod method) {
    String owner = method.getBeanType().getPackageName();
    if (!owner.startsWith(PROGRAM)) return false;
    if (owner.startsWith(API)) return true;
    var mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    boolean isSaidToBeOther =
        mapping != null
            && Arrays.stream(mapping.produces())
                .anyMatch(t -> !t.startsWith(MediaType.TEXT_HTML_VALUE));
    return isSaidToBeOther || !isText(ResolvableType.forMethodReturnType(method.getMethod()));
  }

  private static boolean isText(ResolvableType answer) {
    Class<?> body = answer.hasGenerics() ? answer.resolveGeneric(0) : answer.resolve();
    return body == String.class;
  }
}
