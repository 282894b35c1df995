package org.cleanclaim.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Objects;
import org.cleanclaim.app.encounter.DocumentFiling;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers a form whose file is too large with the limit. It stands before everything else: behind
/// it a form that cannot be read has no token either and would be refused as forged.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UploadLimit extends OncePerRequestFilter {
  /// A form has fields besides its file.
  private static final long MOST_BYTES = DocumentFiling.LARGEST_MEGABYTES * 1_000_000L + 100_000;

  private final Pages pages;

  UploadLimit(Pages pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    boolean isForm = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    if (!isForm || request.getContentLengthLong() <= MOST_BYTES) {
      chain.doFilter(request, response);
      return;
    }
    var values = new HashMap<String, Object>();
    values.put(
        "message",
        "What was sent has %s MB; a file of at most %d MB is taken. Nothing was changed. Go back and send its parts, or a smaller copy."
            .formatted(
                DocumentFiling.megabytes(request.getContentLengthLong()),
                DocumentFiling.LARGEST_MEGABYTES));
    values.put("back", ErrorPages.back(request));
    var page =
        pages.page(request, HttpStatus.CONTENT_TOO_LARGE, "", "Too large", "error.jte", values);
    response.setStatus(page.getStatusCode().value());
    response.setContentType(Pages.HTML.toString());
    response
        .getOutputStream()
        .write(Objects.requireNonNull(page.getBody()).getBytes(StandardCharsets.UTF_8));
  }
}
