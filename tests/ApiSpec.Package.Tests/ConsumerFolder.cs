using System.Diagnostics;

namespace ApiSpec.Package.Tests;

/// <summary>A folder outside the checkout. Its projects restore the tested packages, and all others, from folders and not from servers.</summary>
internal sealed class ConsumerFolder : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly CompilerServer _compiler;

    /// <param name="packages">The tested packages.</param>
    /// <param name="compiler">The compiler server for the projects; null: the server that most tests share.</param>
    public ConsumerFolder(Packages packages, CompilerServer? compiler = null)
    {
        _compiler = compiler ?? packages.Compiler;
        Directory.CreateDirectory(PathOf("source"));
        SpecPackage.Write(PathOf("source"));
        // The user of this machine can have restored other packages with the tested version, so each package has exactly one source.
        _folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packages.Extracted}" /></config>
              <packageSources>
                <clear />
                <add key="tested" value="{packages.First}" />
                <add key="specs" value="source" />
                <add key="restored" value="{Packages.Restored}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="tested"><package pattern="ApiSpec*" /></packageSource>
                <packageSource key="specs">
                  <package pattern="{SpecPackage.Listed}" /><package pattern="{SpecPackage.Content}" /><package pattern="{OtherPackage.Id}" />
                </packageSource>
                <packageSource key="restored"><package pattern="*" /></packageSource>
                {Packages.SdkSources}
              </packageSourceMapping>
            </configuration>
            """);
        _folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <ApiSpecVersion>{Packages.Version}</ApiSpecVersion>
                <AutomaticallyUseReferenceAssemblyPackages>false</AutomaticallyUseReferenceAssemblyPackages>
              </PropertyGroup>
            </Project>
            """);
    }

    public string PathOf(string path) => Path.Combine(_folder.Root, path);

    public void Write(string path, string text) => _folder.Write(path, text);

    public void Copy(string source, string path) => _folder.Copy(source, path);

    /// <summary>Runs <c>dotnet</c> in the folder.</summary>
    public Task<CommandResult> DotnetAsync(params string[] arguments) => RunAsync(["dotnet", .. arguments]);

    /// <summary>Runs a command in the folder.</summary>
    public Task<CommandResult> RunAsync(string[] command) => _folder.RunAsync("", command, _compiler.Variables);

    /// <summary>Runs <c>dotnet</c> in the folder, without a network if this machine supports that.</summary>
    public Task<CommandResult> DotnetOfflineAsync(params string[] arguments)
        => _folder.RunAsync("", Network.CommandWithout(["dotnet", .. arguments]), _compiler.Variables);

    /// <summary>Returns how to start <c>dotnet</c> in the folder, for a program that keeps running.</summary>
    public ProcessStartInfo StartOf(params string[] arguments) => _folder.StartOf("", ["dotnet", .. arguments], _compiler.Variables);

    public void Dispose() => _folder.Dispose();
}
