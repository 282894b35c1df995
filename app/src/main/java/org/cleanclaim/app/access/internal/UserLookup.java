package org.cleanclaim.app.access.internal;

import org.cleanclaim.app.access.UserAccounts;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

@Component
final class UserLookup implements UserDetailsService {
  private final UserAccounts userAccounts;

  UserLookup(UserAccounts userAccounts) {
    this.userAccounts = userAccounts;
  }

  @Override
  public UserDetails loadUserByUsername(String userName) {
    return userAccounts
        .find(userName)
        .map(SignedInUser::new)
        .orElseThrow(() -> new UsernameNotFoundException("unknown user"));
  }
}
