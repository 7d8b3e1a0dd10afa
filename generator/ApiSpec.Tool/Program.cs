using ApiSpec.Tool;

using var signals = new StopSignals();
return await ToolProgram.RunAsync(args, ToolConsole.OfProcess(), signals.Token);
