-- Sessions are kept by module identity; whoever is signed in while this runs signs in once more.
drop table platform.spring_session_attributes;
drop table platform.spring_session;
