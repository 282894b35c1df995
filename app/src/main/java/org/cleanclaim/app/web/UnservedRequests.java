package org.cleanclaim.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/// What no page and no resource has answered: an address where there is nothing, a method that it
/// does not know, a form without the token of its page.
@Controller
class UnservedRequests implements ErrorController {
  private record Answer(String title, String message) {}

  private final Pages pages;
  private final JsonMapper json;

  UnservedRequests(Pages pages, JsonMapper json) {
    this.pages = pages;
    this.json = json;
  }

  @RequestMapping("/error")
  ResponseEntity<String> unserved(HttpServletRequest request) {
    HttpStatus status = status(request);
    Answer answer = answer(status);
    if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        .startsWith("/api/")) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(json.writeValueAsString(ProblemDetail.forStatusAndDetail(status, answer.message)));
    }
    var values = new HashMap<String, Object>();
    values.put("message", answer.message);
    values.put("back", ErrorPages.back(request));
    return pages.page(request, status, "", answer.title, "error.jte", values);
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : null;
    // The address of this page itself was asked for.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static Answer answer(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> new Answer("Not found", "There is nothing at this address.");
      case METHOD_NOT_ALLOWED ->
          new Answer("Not possible", "This address does not take this kind of request.");
      case FORBIDDEN ->
          new Answer(
              "Not sent",
              "The page that this came from is out of date. Nothing was changed. Go back, load it"
                  + " again and send it once more.");
      case BAD_REQUEST -> new Answer("Not understood", "The request cannot be read.");
      case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
          new Answer("Not understood", "This address does not know the type of file.");
      default ->
          new Answer(
              "Something went wrong",
              "The request was not carried out (status %d); the log of the server says why."
                  .formatted(status.value()));
    };
  }
}
