package org.cleanclaim.app.web;

import java.util.Set;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.staff.LocalFileRefused;
import org.cleanclaim.app.staff.RemoteWorkSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Gives files only to people whose remote-work setting allows it. It stands before every answer:
/// what is no page and no message of the program is a file, and so is every answer of the API,
/// which is made to be kept by another program.
@ControllerAdvice
class LocalFileGate implements ResponseBodyAdvice<Object> {
  private static final String API = "/api/";
  private static final Set<String> PAGES =
      Set.of(MediaType.TEXT_HTML.toString(), MediaType.APPLICATION_JSON.toString());
  private static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;

  private final RemoteWorkSettings settings;
  private final AuditTrail audit;

  LocalFileGate(RemoteWorkSettings settings, AuditTrail audit) {
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType selected,
      Class<? extends HttpMessageConverter<?>> converterType,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    var actor = Acting.current();
    String path = request.getURI().getPath();
    if (actor.isPresent()
        && isFile(path, selected)
        && settings.effective(actor.get().name()).refusesLocalFiles()) {
      audit.record("was refused a file", "file", path, null, null);
      throw new LocalFileRefused();
    }
    return body;
  }

  private static boolean isFile(String path, MediaType type) {
    if (type.equalsTypeAndSubtype(PROBLEM)) return false;
    return path.startsWith(API) || !PAGES.contains(type.getType() + "/" + type.getSubtype());
  }
}
