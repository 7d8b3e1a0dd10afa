namespace ApiSpec.Language.Diagnostics;

// 0900-0999: the project and the generator itself.
internal static partial class SpecRules
{
    public static readonly SpecRule LanguageVersionTooLow = new(
        "APISPEC0900", "C# version below 11",
        "ApiSpec generates C# 11, but this project uses C# {0}; set <LangVersion>11.0</LangVersion> or later");

    public static readonly SpecRule RuntimeMissing = new(
        "APISPEC0901", "Missing reference to ApiSpec",
        "Generated code needs the ApiSpec library; add the package ApiSpec");

    public static readonly SpecRule UnreadableFile = new(
        "APISPEC0902", "Spec file that cannot be read",
        "The compiler could not read '{0}'; check that the file exists and is readable");

    public static readonly SpecRule TestingKitMissing = new(
        "APISPEC0903", "Missing reference to ApiSpec.Testing",
        "ApiSpecGenerateFake needs the ApiSpec.Testing library; add the package ApiSpec.Testing");

    public static readonly SpecRule InternalError = new(
        "APISPEC0999", "Internal error of ApiSpec",
        "ApiSpec failed on this file and generated nothing from it; please report it with the file ({0})");
}
