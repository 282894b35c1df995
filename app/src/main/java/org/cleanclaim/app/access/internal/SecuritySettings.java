package org.cleanclaim.app.access.internal;

import org.cleanclaim.app.access.UserAccounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Sign-in by form for people and by HTTP Basic for programs, CSRF tokens on everything that
/// changes state from a browser, and headers that keep pages out of frames and scripts out of
/// pages.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecuritySettings {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src"
          + " 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src"
          + " 'none'";

  private final UserAccounts userAccounts;

  SecuritySettings(UserAccounts userAccounts) {
    this.userAccounts = userAccounts;
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/webjars/**", "/assets/**", "/sign-in", "/favicon.ico", "/health")
                .permitAll()
                .requestMatchers("/pay", "/pay/career", "/api/v1/pay/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/deadlines/feed/*.ics")
                .permitAll()
                .requestMatchers("/bill/*")
                .permitAll()
                .anyRequest()
                .authenticated())
        .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/", false).permitAll())
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .httpBasic(Customizer.withDefaults())
        .csrf(csrf ->
            csrf.ignoringRequestMatchers(SecuritySettings::isProgram)
                .ignoringRequestMatchers("/bill/*"))
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
        .sessionManagement(session -> session.maximumSessions(5))
        .addFilterAfter(new ActingFilter(), AuthorizationFilter.class);
    return http.build();
  }

  /// A request that carries its own credentials cannot be forged through somebody's browser
  /// session.
  private static boolean isProgram(jakarta.servlet.http.HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return request.getRequestURI().startsWith("/api/")
        && authorization != null
        && authorization.startsWith("Basic ")
        && !HttpMethod.OPTIONS.matches(request.getMethod());
  }

  @EventListener
  void signedIn(AuthenticationSuccessEvent event) {
    userAccounts.signedIn(event.getAuthentication().getName());
  }

  @EventListener
  void refused(AbstractAuthenticationFailureEvent event) {
    if (event instanceof AuthenticationFailureBadCredentialsEvent) {
      userAccounts.signInFailed(event.getAuthentication().getName());
    }
  }
}
