using System.CommandLine;

namespace ApiSpec.Tool.Init;

/// <summary><c>apispec init</c>: creates a folder for transcribing a reference.</summary>
internal static class InitCommand
{
    public const string Name = "init";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec init specs/pumps
          apispec init specs --api pumps --title "Pump Controller" --base http://localhost:8080

        Exit codes:
          0  the files were written
          2  wrong arguments, a folder that contains specs, or a folder that cannot be written to
        """;

    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string>(
            "folder") { Description = "The folder to write to; it is created if it does not exist", DefaultValueFactory = static _ => "specs" };
        var api = new Option<string?>("--api") { Description = "The short name of the API; without it, the name of the folder", HelpName = "id" };
        var title = new Option<string?>("--title") { Description = "The title of the reference", HelpName = "text" };
        var client = new Option<string?>(
            "--client") { Description = "The class name of the generated client; without it, the tool derives the name from the API", HelpName = "name" };
        var server = new Option<string?>("--base") { Description = "The base address that the reference prints", HelpName = "URL" };
        var command = new Command(
            Name, "Starts a folder of specs: an API file, a first section, the JSON Schema and settings for editors. No file is overwritten.")
        {
            folder, api, title, client, server,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(InitRun.Run(
            new InitRequest(parsed.GetValue(folder)!, parsed.GetValue(api), parsed.GetValue(title), parsed.GetValue(client), parsed.GetValue(server)), console,
            cancellationToken)));
        return command;
    }
}

/// <summary>The arguments of the command line.</summary>
internal sealed record InitRequest(string Folder, string? Api, string? Title, string? Client, string? Server);
