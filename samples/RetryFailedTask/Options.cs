using System.CommandLine;
using System.CommandLine.Parsing;

namespace RetryFailedTask;

/// <summary>The arguments of the command line.</summary>
/// <param name="Server">The server to call; null: the embedded one.</param>
/// <param name="User">The user to log in as; null: no login.</param>
/// <param name="PasswordVariable">The environment variable that holds the password.</param>
/// <param name="Language">The language of messages; null: the server's choice.</param>
/// <param name="Task">The task to retry.</param>
internal sealed record Options(Uri? Server, string? User, string? PasswordVariable, string? Language, long Task)
{
    /// <summary>Reads the command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="exitCode">The exit code if there is nothing to do, because help was shown or an invalid argument was reported.</param>
    /// <returns>Null if there is nothing to do.</returns>
    public static Options? Read(string[] args, out int exitCode)
    {
        var server = new Option<Uri?>(
            "--server") { Description = "Call this server, and not the embedded one", HelpName = "http://host:port", CustomParser = ReadServer };
        var user = new Option<string?>("--user") { Description = "The user to log in as", HelpName = "name" };
        var password = new Option<string?>("--password-from-env") { Description = "The environment variable that holds the password", HelpName = "variable" };
        var language = new Option<string?>("--language") { Description = "The language of messages: ja, en or zh", HelpName = "language" };
        var task = new Option<long>("--task")
        {
            Description = "The instanceID of the failed task", HelpName = "id", DefaultValueFactory = static _ => 2026, CustomParser = ReadTask,
        };
        var command = new RootCommand("Retries a failed task of JP1/Automatic Operation from the step that failed.") { server, user, password, language, task };
        var parsed = command.Parse(args);
        // Help and version are options with an action; all others leave the work to the program.
        if (parsed.Errors.Count == 0 && parsed.Action is not null)
        {
            exitCode = parsed.Invoke();
            return null;
        }

        var options = parsed.Errors.Count > 0
            ? null
            : new Options(parsed.GetValue(server), parsed.GetValue(user), parsed.GetValue(password), parsed.GetValue(language), parsed.GetValue(task));
        if ((options is null ? parsed.Errors[0].Message : options.FindViolation()) is { } mistake)
        {
            Console.Error.WriteLine(mistake.ReplaceLineEndings(" ") + " Try --help.");
            exitCode = ExitCode.WrongArguments;
            return null;
        }

        exitCode = ExitCode.Success;
        return options;
    }

    private string? FindViolation()
    {
        if (User is null)
            return PasswordVariable is null ? null : "--password-from-env needs --user.";
        if (PasswordVariable is null)
            return "--user needs --password-from-env.";
        if (Server is null)
            return "--user needs --server: the embedded server knows only the user of the reference's examples.";
        return Environment.GetEnvironmentVariable(PasswordVariable) is null
            ? $"The environment variable '{PasswordVariable}' that --password-from-env names is not set."
            : null;
    }

    private static Uri? ReadServer(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        result.AddError($"'{text}' is no server; write it as in --server http://ao-server:22015.");
        return null;
    }

    private static long ReadTask(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id))
            return id;
        result.AddError($"'{text}' is no task; write its instanceID, as in --task 2026.");
        return 0;
    }
}
