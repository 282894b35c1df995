package org.cleanclaim.app.rest;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// A page of a list goes out as its rows. Where the list goes on, the header `Link` of the answer
/// has the address of the next page (RFC 8288, relation `next`); without it this was the last.
@RestControllerAdvice(basePackages = "org.cleanclaim.app.rest")
class NextPage implements ResponseBodyAdvice<Object> {
  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return returned.getParameterType() == ListPage.class;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (!(body instanceof ListPage<?> page)) return body;
    if (page.hasNext()) {
      response
          .getHeaders()
          .set(
              HttpHeaders.LINK,
              link(
                  request.getURI().getRawPath(),
                  request.getURI().getRawQuery(),
                  "page",
                  page.number() + 1));
    }
    return page.rows();
  }

  /// What the header says: the address that was asked, with another value of one parameter.
  static String link(String path, @Nullable String query, String parameter, Object value) {
    var parts = new ArrayList<String>();
    for (String part : query == null ? List.<String>of() : List.of(query.split("&"))) {
      if (!part.isEmpty() && !part.startsWith(parameter + "=")) parts.add(part);
    }
    parts.add(parameter + "=" + value);
    return "<%s?%s>; rel=\"next\"".formatted(path, String.join("&", parts));
  }
}
