package org.cleanclaim.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Draws templates with what every page needs: who is signed in, what they may see, the CSRF token.
@Component
public class Pages {
  public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  /// @param section the entry of the menu that is open
  /// @param lockMinutes minutes without a key or a click after which the page locks, null for
  ///   nobody
  /// @param watermark name and time to lie over the page, null for none
  /// @param isPrintable false for somebody who may take no files out of the program: a browser
  ///   prints to a file as well as on paper
  public record Frame(
      String title,
      String section,
      @Nullable String userName,
      @Nullable Actor actor,
      @Nullable String csrfToken,
      @Nullable Integer lockMinutes,
      @Nullable String watermark,
      boolean isPrintable) {
    public boolean may(Permission permission) {
      return actor != null && actor.may(permission);
    }

    /// Whether the user answers for what is given to a role or a user.
    public boolean owns(String owner) {
      return actor != null && actor.owns(owner);
    }
  }

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  /// A page of the signed-in user.
  public ResponseEntity<String> page(
      HttpServletRequest request,
      String section,
      String title,
      String template,
      Map<String, Object> values) {
    return page(request, HttpStatus.OK, section, title, template, values);
  }

  /// A part of a page, for a request that puts it in place of what is there.
  public String part(HttpServletRequest request, String template, Map<String, Object> values) {
    return render(frame(request, "", ""), template, values);
  }

  /// The same with another status than 200, for a form that was refused.
  public ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      String section,
      String title,
      String template,
      Map<String, Object> values) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .body(render(frame(request, section, title), template, values));
  }

  private static Frame frame(HttpServletRequest request, String section, String title) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Frame(
        title,
        section,
        (String) request.getAttribute("displayName"),
        Acting.current().orElse(null),
        token == null ? null : token.getToken(),
        (Integer) request.getAttribute("lockMinutes"),
        (String) request.getAttribute("watermark"),
        !Boolean.TRUE.equals(request.getAttribute("refusesLocalFiles")));
  }

  private String render(Frame frame, String template, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("frame", frame);
    var output = new StringOutput();
    templates.render(template, all, output);
    return output.toString();
  }
}
