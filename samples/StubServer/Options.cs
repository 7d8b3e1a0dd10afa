using System.CommandLine;
using System.CommandLine.Parsing;

namespace StubServerSample;

/// <summary>What the command line asks for.</summary>
/// <param name="Specs">Spec files, and folders that hold some.</param>
/// <param name="Port">The port; 0: one that is free.</param>
/// <param name="Seed">What sample values vary with; 0: the simplest ones.</param>
/// <param name="Basic">The user and password that every request must name; null: none.</param>
/// <param name="Session">The user and password that a session begins with; null: none.</param>
/// <param name="Token">Whether every request must carry a token that an operation has issued.</param>
/// <param name="Header">The header that every request must have, and its value; null: none.</param>
/// <param name="Hosts">Names that requests may name as their host, besides those of loopback.</param>
internal sealed record Options(
    IReadOnlyList<string> Specs,
    int Port,
    int Seed,
    (string User, string Password)? Basic,
    (string User, string Password)? Session,
    bool Token,
    (string Name, string Value)? Header,
    IReadOnlyList<string> Hosts)
{
    private const int WrongArguments = 2;

    /// <summary>Reads the command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="exitCode">What to exit with when there is nothing to do: help was shown, or an argument is wrong and reported.</param>
    /// <returns>Null when there is nothing to do.</returns>
    public static Options? Read(string[] args, out int exitCode)
    {
        var specs = new Argument<string[]>("specs") { Description = "Spec files, and folders that hold some at any depth", Arity = ArgumentArity.OneOrMore };
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0: one that is free", HelpName = "number", CustomParser = ReadPort };
        var seed = new Option<int>("--seed") { Description = "What values without an example vary with; 0: the simplest ones", HelpName = "number" };
        var basic = new Option<(string, string)?>("--basic") { Description = "Ask every request for this user and password", HelpName = "user:password", CustomParser = ReadLogin };
        var session = new Option<(string, string)?>("--session") { Description = "The same, and hand out the session tokens that the specs describe", HelpName = "user:password", CustomParser = ReadLogin };
        var token = new Option<bool>("--token") { Description = "Ask every request for a token that the operation which issues them has handed out" };
        var header = new Option<(string, string)?>("--header") { Description = "Ask every request for this header, as an API key", HelpName = "name:value", CustomParser = ReadHeader };
        var host = new Option<string[]>("--host") { Description = "A host that requests may name, besides localhost; *.name: all below it; *: any. Browsers reach the server by these names", HelpName = "name", CustomParser = ReadHosts };
        var command = new RootCommand("Serves a folder of specs on 127.0.0.1: it answers with the usage examples of the reference.")
        {
            specs, port, seed, basic, session, token, header, host,
        };
        command.Validators.Add(result =>
        {
            if (new Option[] { basic, session, token, header }.Count(option => result.GetResult(option) is not null) > 1)
                result.AddError("A server asks for one of --basic, --session, --token and --header.");
        });
        var parsed = command.Parse(args);
        if (parsed.Errors.Count == 0 && parsed.Action is not null)
        {
            exitCode = parsed.Invoke();
            return null;
        }

        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine(parsed.Errors[0].Message.ReplaceLineEndings(" ") + " Try --help.");
            exitCode = WrongArguments;
            return null;
        }

        exitCode = 0;
        return new Options(
            parsed.GetValue(specs)!, parsed.GetValue(port), parsed.GetValue(seed), parsed.GetValue(basic), parsed.GetValue(session), parsed.GetValue(token), parsed.GetValue(header),
            parsed.GetValue(host) ?? []);
    }

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ushort.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError($"'{text}' is no port; write a number up to 65535, as in --port 22015.");
        return 0;
    }

    private static string[] ReadHosts(ArgumentResult result)
    {
        var names = result.Tokens.Select(static token => token.Value).ToArray();
        foreach (var name in names.Where(static name => name != "*" && Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) == UriHostNameType.Unknown))
            result.AddError($"'{name}' is no name of a host; write it without a scheme and a port, as in --host build.example.com.");
        return names;
    }

    private static (string, string)? ReadLogin(ArgumentResult result)
    {
        // RFC 7617, section 2: a user name has no colon, a password may have some.
        var text = result.Tokens[0].Value;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            return (text[..colon], text[(colon + 1)..]);
        result.AddError("A login is a user name, a colon and a password, as in --basic system:manager.");
        return null;
    }

    private static (string, string)? ReadHeader(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && text[(colon + 1)..].Trim() is { Length: > 0 } value)
            return (text[..colon].TrimEnd(), value);
        result.AddError("A header is a name, a colon and a value, as in --header X-Api-Key:secret.");
        return null;
    }
}
