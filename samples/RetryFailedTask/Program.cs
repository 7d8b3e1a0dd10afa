using ApiSpec;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using RetryFailedTask;

if (Options.Read(args, out var exitCode) is not { } options)
    return exitCode;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    // The first time, the calls are cancelled. The second time, the program ends at once.
    e.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};

try
{
    await using var embedded = options.Server is null ? await StartEmbeddedServerAsync(cancellation.Token) : null;
    var server = options.Server ?? embedded!.BaseAddress;
    using var client = new AutomaticOperationClient(server, new ApiClientOptions { Credential = CredentialOf(options), Language = options.Language });

    var report = new ConsoleReport(Console.Out);
    report.Server(server, isEmbedded: embedded is not null);
    await FailedTask.RetryAsync(client, options.Task, report, cancellation.Token);
    await FailedTask.AskForMissingTaskAsync(client, report, cancellation.Token);
    return ExitCode.Success;
}
catch (ArgumentException e)
{
    // A base address, a user name or a language that no request can carry.
    Console.Error.WriteLine(e.Message.Replace($" (Parameter '{e.ParamName}')", "", StringComparison.Ordinal));
    return ExitCode.WrongArguments;
}
catch (ApiConnectionException e)
{
    Console.Error.WriteLine($"The server {options.Server} cannot be reached. {e.Message}");
}
catch (ApiException e) when (e.StatusCode == 401)
{
    Console.Error.WriteLine($"The server refused the login. {e.Message}");
}
catch (ApiCallException e)
{
    Console.Error.WriteLine(e.Message);
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Cancelled.");
    return ExitCode.Cancelled;
}

return ExitCode.Failure;

static Task<StubServer> StartEmbeddedServerAsync(CancellationToken cancellationToken)
{
    var examples = ExampleCatalog.Load(Path.Combine(AppContext.BaseDirectory, "specs"));
    var options = new StubOptions(examples)
        .RequireBasic(ExampleUser.Name, ExampleUser.Password)
        .RespondFrom(Path.Combine(AppContext.BaseDirectory, "retry.responses.yaml"));
    return StubServer.StartAsync(options, cancellationToken);
}

static ApiCredential CredentialOf(Options options)
{
    if (options.Server is null)
        return new BasicCredential(ExampleUser.Name, ExampleUser.Password);
    return options.User is null
        ? ApiCredential.None
        : new BasicCredential(options.User, Environment.GetEnvironmentVariable(options.PasswordVariable!)!);
}

/// <summary>The user of the reference's usage examples, whom the embedded server knows.</summary>
internal static class ExampleUser
{
    public const string Name = "system";
    public const string Password = "manager";
}

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int WrongArguments = 2;

    /// <summary>128 plus the number of the signal, as in shells.</summary>
    public const int Cancelled = 130;
}
