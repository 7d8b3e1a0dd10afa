using ApiSpec.Tool;

return await ToolProgram.RunAsync(args, ToolConsole.OfProcess());
