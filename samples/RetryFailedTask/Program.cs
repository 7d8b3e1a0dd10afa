using ApiSpec;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using RetryFailedTask;

if (Options.Read(args, out var exitCode) is not { } options)
    return exitCode;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};

try
{
    await using var embedded = options.Server is null ? await StartEmbeddedServerAsync(cancellation.Token) : null;
    var server = options.Server ?? embedded!.BaseAddress;
    using var client = new AutomaticOperationClient(server, new ApiClientOptions { Credential = CredentialOf(options), Language = options.Language });

    var report = new ConsoleReport(Console.Out);
    report.Server(server, isEmbedded: embedded is not null);
    await RetryAsync(client, options.Task, report, cancellation.Token);
    await AskForMissingTaskAsync(client, report, cancellation.Token);
    return ExitCode.Success;
}
catch (ArgumentException e)
{
    // An address, a user name or a language that no request can carry.
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

// Asks what retrying takes, and sends it back: the href in the answer leads to the operation that retries.
static async Task RetryAsync(AutomaticOperationClient client, long task, ConsoleReport report, CancellationToken cancellationToken)
{
    report.Step($"Ask how to retry task {task}", AutomaticOperationApi.Tasks.GetRerunStart.Operation);
    report.Roles(AutomaticOperationApi.Tasks.GetRerunStart.Roles);
    var response = await client.Tasks.GetRerunStartWithResponseAsync(task, cancellationToken);
    var action = response.EnsureSuccess();
    report.Status(response);
    report.Action(action);

    report.Step("Retry it from the step that failed", AutomaticOperationApi.Tasks.InvokeRerunStart.Operation);
    report.Roles(AutomaticOperationApi.Tasks.InvokeRerunStart.Roles);
    report.Result(await client.Tasks.InvokeRerunStartAsync(action, cancellationToken));
}

// A documented failure is an exception that knows its status, and carries the error body of the reference.
static async Task AskForMissingTaskAsync(AutomaticOperationClient client, ConsoleReport report, CancellationToken cancellationToken)
{
    const long Missing = 555;
    report.Step($"Ask how to retry task {Missing}, which does not exist", AutomaticOperationApi.Tasks.GetRerunStart.Operation);
    try
    {
        report.Action(await client.Tasks.GetRerunStartAsync(Missing, cancellationToken));
        report.Note("This server has such a task. It was not retried.");
    }
    catch (ApiException<ErrorInfo> e) when (e.Is(TasksGetRerunStartStatus.NotFound))
    {
        report.Error(e);
    }
}

static Task<StubServer> StartEmbeddedServerAsync(CancellationToken cancellationToken)
{
    var examples = ExampleCatalog.Load(Path.Combine(AppContext.BaseDirectory, "specs"));
    return StubServer.StartAsync(new StubOptions(examples).RequireBasic(ExampleUser.Name, ExampleUser.Password), cancellationToken);
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

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int WrongArguments = 2;

    /// <summary>128 plus the number of the signal, as shells do.</summary>
    public const int Cancelled = 130;
}
