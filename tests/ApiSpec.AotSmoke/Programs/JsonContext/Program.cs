using ApiSpec.AotSmoke;

await JsonCalls.PrintAsync();
