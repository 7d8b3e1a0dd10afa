using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ApiSpec.Testing;
using ApiSpec.Testing.Hosting;

namespace ApiSpec.Tool.Serve;

/// <summary>The options of <c>apispec serve</c>: how the stub responds, and what it requires of callers.</summary>
internal sealed class ServeOptions
{
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 is a free one", HelpName = "number", CustomParser = ReadPort,
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "A number that varies the sample values; 0 is the simplest values", HelpName = "number",
    };

    private readonly Option<(string User, string Password)?> _basic = new("--basic")
    {
        Description = "Every request must have this user name and password", HelpName = "user:password", CustomParser = ReadLogin,
    };

    private readonly Option<(string User, string Password)?> _session = new("--session")
    {
        Description = "The same; the server also issues the session tokens that the specs describe", HelpName = "user:password", CustomParser = ReadLogin,
    };

    private readonly Option<bool> _token = new("--token")
    {
        Description = "Every request must have a token that the login operation of the specs has issued",
    };

    private readonly Option<(string Name, string Value)?> _header = new("--header")
    {
        Description = "Every request must have this header, such as an API key", HelpName = "name:value", CustomParser = ReadHeader,
    };

    private readonly Option<string[]> _host = new("--host")
    {
        Description =
            "Also accept requests for this host name; '*.name': for all names that end in this way; '*': for all names. Web pages can then reach the server",
        HelpName = "name",
        CustomParser = ReadHosts,
    };

    private readonly Option<string[]> _respond = new("--respond")
    {
        Description = "A file of responses, which can depend on the request, on earlier requests and on a state; repeat it for more files", HelpName = "file",
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Description = "Do not print a line for each request",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] logins = [_basic, _session, _token, _header];
        foreach (var option in logins.Prepend(_seed).Prepend(_port).Append(_host).Append(_respond).Append(_quiet))
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (logins.Count(option => result.GetResult(option) is not null) > 1)
                result.AddError("A server asks for one of --basic, --session, --token and --header.");
        });
    }

    /// <summary>Returns the options of the stub from the command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="catalog">The specs.</param>
    /// <param name="folder">The folder that relative paths start from.</param>
    /// <exception cref="InvalidOperationException">The specs describe no sessions or tokens.</exception>
    /// <exception cref="InvalidSpecException">A file of responses has errors.</exception>
    /// <exception cref="IOException">A file of responses cannot be read.</exception>
    public StubOptions Apply(ParseResult parsed, ExampleCatalog catalog, string folder)
    {
        var stub = new StubOptions(catalog) { Port = parsed.GetValue(_port), Seed = parsed.GetValue(_seed) };
        if (parsed.GetValue(_basic) is var (user, password))
            stub.RequireBasic(user, password);
        if (parsed.GetValue(_session) is var (sessionUser, sessionPassword))
            stub.RequireSession(sessionUser, sessionPassword);
        if (parsed.GetValue(_token))
            stub.RequireToken();
        if (parsed.GetValue(_header) is var (name, value))
            stub.RequireHeader(name, value);
        foreach (var host in parsed.GetValue(_host) ?? [])
            stub.AllowHost(host);
        foreach (var file in parsed.GetValue(_respond) ?? [])
            stub.RespondFrom(Path.GetFullPath(file, folder), file);
        return stub;
    }

    /// <summary>Whether requests are not printed.</summary>
    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError($"'{text}' is not a port; write a number up to 65535, as in --port 22015.");
        return 0;
    }

    private static string[] ReadHosts(ArgumentResult result)
    {
        var names = result.Tokens.Select(static token => token.Value).ToArray();
        foreach (var name in names.Where(static name => !HostNames.IsName(name)))
            result.AddError($"'{name}' is not the name of a host; write it without a scheme and a port, as in --host build.example.com.");
        return names;
    }

    private static (string, string)? ReadLogin(ArgumentResult result)
    {
        // RFC 7617, section 2: a user name has no colon, but a password can.
        if (Split(result) is ({ Length: > 0 } user, { } password))
            return (user, password);
        result.AddError("A login is a user name, a colon and a password, as in --basic system:manager.");
        return null;
    }

    private static (string, string)? ReadHeader(ArgumentResult result)
    {
        if (Split(result) is var (name, value) && name.Trim() is { Length: > 0 } trimmed && value.Trim() is { Length: > 0 } trimmedValue)
            return (trimmed, trimmedValue);
        result.AddError("A header is a name, a colon and a value, as in --header X-Api-Key:secret.");
        return null;
    }

    private static (string Before, string After)? Split(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }
}
