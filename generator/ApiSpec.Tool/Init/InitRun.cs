using ApiSpec.Generator.Binding;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Testing.Loading;
using ApiSpec.Tool.Check;
using ApiSpec.Tool.Reports;

namespace ApiSpec.Tool.Init;

/// <summary>One run of <c>apispec init</c>.</summary>
internal static class InitRun
{
    /// <summary>Checks and writes the files.</summary>
    /// <exception cref="IOException">The folder already contains specs, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be accessed.</exception>
    /// <exception cref="OperationCanceledException">The command was cancelled; nothing was written.</exception>
    public static int Run(InitRequest request, ToolConsole console, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(request.Folder, console.Folder);
        if (File.Exists(folder))
            throw new IOException($"'{console.Display(folder)}' is a file; name a folder.");
        if (Directory.Exists(folder) && FirstSpecIn(folder) is { } spec)
            throw new IOException($"'{console.Display(spec)}' exists, and no file is overwritten; add a section with 'apispec draft', or name another folder.");

        var api = new StarterApi(request.Api ?? StarterApi.IdOf(folder), request.Title, request.Client, request.Server);
        List<(string Name, string Text)> specs = [(StarterApi.FileName, api.File), (StarterApi.SectionName, api.Section)];
        if (!Check(specs, console, cancellationToken))
            return ExitCode.NotRun;

        List<(string Name, string Text)> files = [.. specs, (StarterApi.SchemaName, StarterApi.Schema), (StarterApi.SettingsName, StarterApi.Settings)];
        // Existing settings and schemas are kept.
        var kept = files.FindAll(file => file.Name is StarterApi.SettingsName or StarterApi.SchemaName && Path.Exists(Path.Combine(folder, file.Name)));
        var written = files.Except(kept).ToList();
        NewFiles.Write([.. written.Select(file => (Path.Combine(folder, file.Name), file.Text))], cancellationToken);
        foreach (var (name, _) in written)
            console.Output.WriteLine($"Wrote {console.Display(Path.Combine(folder, name))}");
        foreach (var (name, _) in kept)
            console.Output.WriteLine($"Kept {console.Display(Path.Combine(folder, name))}");
        WriteNext(console.Display(folder), console.Output);
        return ExitCode.Success;
    }

    private static string? FirstSpecIn(string folder)
    {
        try
        {
            return SpecFiles.Find(folder)[0];
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // Names from the command line can be invalid in a spec.
    private static bool Check(IEnumerable<(string Name, string Text)> specs, ToolConsole console, CancellationToken cancellationToken)
    {
        var result = SpecCheck.Run(
            [.. specs.Select(spec => ParsedSpecFile.Read(spec.Name, () => spec.Text, cancellationToken))], SeverityOverrides.Nothing, cancellationToken);
        var errors = result.Findings.Where(static finding => finding.Severity == SpecSeverity.Error).ToList();
        foreach (var error in errors)
            console.Error.WriteLine(PlainLine.Of(TextReport.Line(error, usesColor: false)));
        if (errors.Count > 0)
            console.Error.WriteLine("Nothing was written; change --api, --title, --client or --base.");
        return errors.Count == 0;
    }

    private static void WriteNext(string folder, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Next:");
        output.WriteLine($"  1. Write the facts of your manual into {StarterApi.FileName} and {StarterApi.SectionName}; their comments show where.");
        output.WriteLine($"  2. apispec check {folder}");
        output.WriteLine($"  3. apispec draft <page> --specs {folder} -o {folder}     (for each further section)");
        output.WriteLine("  4. dotnet add package ApiSpec                           (in a project that has the folder: it gets the client)");
    }
}
