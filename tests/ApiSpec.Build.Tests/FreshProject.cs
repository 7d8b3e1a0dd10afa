namespace ApiSpec.Build.Tests;

/// <summary>A project of a user of this checkout: only the two imports and the two references.</summary>
/// <remarks>The referenced projects are built with these tests and not again, because other tests can be using them.</remarks>
internal static class FreshProject
{
    public static string Text(string properties = "", string items = "", string referencesBefore = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="{Repository.PathOf("runtime/ApiSpec/buildTransitive/ApiSpec.props")}" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <BuildProjectReferences>false</BuildProjectReferences>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {referencesBefore}
            <ProjectReference Include="{Repository.PathOf("runtime/ApiSpec/ApiSpec.csproj")}" />
            <ProjectReference Include="{Repository.PathOf("generator/ApiSpec.Generator/ApiSpec.Generator.csproj")}" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            {items}
          </ItemGroup>
          <Import Project="{Repository.PathOf("runtime/ApiSpec/buildTransitive/ApiSpec.targets")}" />
        </Project>
        """;

    /// <summary>Builds a project, or the one of the folder.</summary>
    public static Task<CommandResult> BuildAsync(ScratchFolder folder, params string[] arguments)
        => folder.DotnetAsync(["build", "-c", Repository.Configuration, "-nologo", .. arguments]);
}
