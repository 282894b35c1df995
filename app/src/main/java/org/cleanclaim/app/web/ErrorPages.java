package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.NoSuchElementException;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.staff.LocalFileRefused;
import org.cleanclaim.app.staff.PayHidden;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What goes wrong on a page, in a sentence.
@ControllerAdvice(basePackages = "org.cleanclaim.app.web")
class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> denied(HttpServletRequest request, AccessDeniedForActor denied) {
    return page(request, HttpStatus.FORBIDDEN, "Not allowed", String.valueOf(denied.getMessage()));
  }

  @ExceptionHandler({PayHidden.class, LocalFileRefused.class})
  ResponseEntity<String> withheld(HttpServletRequest request, RuntimeException withheld) {
    return page(
        request, HttpStatus.FORBIDDEN, "Not allowed", String.valueOf(withheld.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<String> unreadable(
      HttpServletRequest request, MethodArgumentTypeMismatchException bad) {
    if (!bad.getParameter().hasParameterAnnotation(RequestParam.class)) return missing(request);
    return page(
        request,
        HttpStatus.BAD_REQUEST,
        "Not understood",
        "\"%s\" cannot be taken for %s. Go back and correct it."
            .formatted(bad.getValue(), bad.getName()));
  }

  @ExceptionHandler
  ResponseEntity<String> incomplete(
      HttpServletRequest request, MissingServletRequestParameterException missing) {
    return page(
        request,
        HttpStatus.BAD_REQUEST,
        "Not understood",
        "Nothing is entered for %s. Go back and enter it.".formatted(missing.getParameterName()));
  }

  @ExceptionHandler
  ResponseEntity<String> malformed(
      HttpServletRequest request, HttpMessageNotReadableException malformed) {
    return page(request, HttpStatus.BAD_REQUEST, "Not understood", "The request cannot be read.");
  }

  @ExceptionHandler({NoSuchElementException.class, NoResourceFoundException.class})
  ResponseEntity<String> missing(HttpServletRequest request) {
    return page(request, HttpStatus.NOT_FOUND, "Not found", "There is nothing at this address.");
  }

  @ExceptionHandler
  ResponseEntity<String> conflict(HttpServletRequest request, IllegalStateException conflict) {
    return page(
        request, HttpStatus.CONFLICT, "Not possible now", String.valueOf(conflict.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<String> unexpected(HttpServletRequest request, Exception failure) {
    LOG.error("request {} failed", request.getRequestURI(), failure);
    return page(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong",
        "The page could not be made; the log of the server says why. Nothing was changed.");
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, String title, String message) {
    var values = new HashMap<String, Object>();
    values.put("message", message);
    values.put("back", back(request));
    return pages.page(request, status, "", title, "error.jte", values);
  }

  /// The page of the program that the request came from, null when it came from elsewhere.
  static @Nullable String back(HttpServletRequest request) {
    String from = request.getHeader("Referer");
    if (from == null) return null;
    try {
      var page = new URI(from);
      boolean isOurs =
          request.getServerName().equals(page.getHost())
              && request.getServerPort() == page.getPort();
      String path = page.getRawPath();
      if (!isOurs || path == null || !path.startsWith("/") || path.startsWith("//")) return null;
      return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
