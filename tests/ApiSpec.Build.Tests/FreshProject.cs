namespace ApiSpec.Build.Tests;

/// <summary>A project as somebody writes it who uses this checkout: the two imports, the two references, and nothing else.</summary>
internal static class FreshProject
{
    public static string Text(string properties = "", string items = "", string referencesBefore = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="{Repository.PathOf("runtime/ApiSpec/buildTransitive/ApiSpec.props")}" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
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

    /// <summary>Builds without touching what is up to date in the checkout.</summary>
    public static Task<CommandResult> BuildAsync(ScratchFolder folder, params string[] arguments)
        => folder.DotnetAsync(["build", "-c", Repository.Configuration, "-nologo", .. arguments]);
}
