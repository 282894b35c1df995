package org.cleanclaim.app.rest;

import java.util.NoSuchElementException;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.staff.LocalFileRefused;
import org.cleanclaim.app.staff.PayHidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;

/// Refusals as `application/problem+json`.
@RestControllerAdvice(basePackages = "org.cleanclaim.app.rest")
class ApiErrors {
  @ExceptionHandler
  ProblemDetail denied(AccessDeniedForActor denied) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.FORBIDDEN, String.valueOf(denied.getMessage()));
  }

  @ExceptionHandler({PayHidden.class, LocalFileRefused.class})
  ProblemDetail withheld(RuntimeException withheld) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.FORBIDDEN, String.valueOf(withheld.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unreadable(BadInput bad) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, String.valueOf(bad.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail tooLarge(ScrubResources.TooLarge large) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONTENT_TOO_LARGE, String.valueOf(large.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail busy(ScrubResources.Busy busy) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(busy.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail incomplete(MissingServletRequestParameterException missing) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "The parameter " + missing.getParameterName() + " is missing.");
  }

  @ExceptionHandler
  ProblemDetail malformed(HttpMessageNotReadableException malformed) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        malformed.getCause() instanceof DatabindException field
            ? BodyFields.misread(field)
            : "The body cannot be read as JSON with the fields of the description.");
  }

  @ExceptionHandler
  ProblemDetail unreadable(MethodArgumentTypeMismatchException bad) {
    if (!bad.getParameter().hasParameterAnnotation(RequestParam.class)) return missing();
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        "\"%s\" cannot be taken for the parameter %s.".formatted(bad.getValue(), bad.getName()));
  }

  @ExceptionHandler(NoSuchElementException.class)
  ProblemDetail missing() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "There is nothing at this address.");
  }

  @ExceptionHandler
  ProblemDetail conflict(IllegalStateException conflict) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, String.valueOf(conflict.getMessage()));
  }
}
