using System.Reflection.Metadata;

namespace ApiSpec.Tool.Roles;

/// <summary>Limits that no real assembly reaches. They end the reading of a hostile one.</summary>
internal static class MetadataLimits
{
    /// <summary>The maximum depth of nested types and signatures.</summary>
    public const int MaxDepth = 200;

    /// <summary>The maximum length of the name of a type or method. Compilers allow 1,023 bytes for each part.</summary>
    public const int LongestName = 4_096;

    /// <summary>Reads a name.</summary>
    /// <exception cref="BadImageFormatException">The name is longer than any that a compiler writes.</exception>
    public static string ReadName(this MetadataReader reader, StringHandle handle)
        => reader.GetBlobReader(handle).Length <= LongestName ? reader.GetString(handle) : throw new BadImageFormatException("A name is too long.");

    /// <summary>Runs a step that reads metadata.</summary>
    /// <param name="path">The file that the step reads.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="BadImageFormatException">The file is damaged; <see cref="BadImageFormatException.FileName"/> is its path.</exception>
    public static T Read<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (BadImageFormatException exception) when (exception.FileName is null)
        {
            throw new BadImageFormatException(exception.Message, path, exception);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or InvalidCastException or IndexOutOfRangeException
            or OverflowException or NotSupportedException or IOException)
        {
            // The metadata reader validates most of a file, but not all.
            throw new BadImageFormatException(exception is IOException ? exception.Message : "The file is damaged.", path, exception);
        }
    }
}
