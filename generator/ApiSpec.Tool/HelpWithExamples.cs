using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ApiSpec.Tool;

/// <summary>Shows the help of a command, followed by examples.</summary>
internal sealed class HelpWithExamples(SynchronousCommandLineAction help, IReadOnlyDictionary<string, string> examples) : SynchronousCommandLineAction
{
    // Help is shown even if required arguments are missing.
    public override bool ClearsParseErrors => true;

    /// <summary>Adds examples to the help of commands.</summary>
    /// <param name="root">The root command.</param>
    /// <param name="examples">The examples, by the name of the command.</param>
    public static void AddTo(RootCommand root, IReadOnlyDictionary<string, string> examples)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((SynchronousCommandLineAction)option.Action!, examples);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command.Name, out var text))
            parseResult.InvocationConfiguration.Output.WriteLine(text);
        return code;
    }
}
