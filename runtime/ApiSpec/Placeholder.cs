namespace ApiSpec;
