using System.ComponentModel.DataAnnotations;
using MySqlConnector;

namespace Craftsman.Infrastructure.Database;

/// <summary>Where the database is. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Database";

    /// <summary>The account the API works with: it may read and change rows, never the schema.</summary>
    [Required(ErrorMessage = "Database:ConnectionString is missing: it names the MySQL or MariaDB the API works with.")]
    public string ConnectionString { get; set; } = "";

    /// <summary>An account that may change the schema. Where it is not given, the API never migrates and refuses to start on a pending migration.</summary>
    public string? MigrationConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, string? Value)[] given =
        [
            (nameof(ConnectionString), ConnectionString),
            (nameof(MigrationConnectionString), MigrationConnectionString),
        ];
        return given
            .Where(each => each.Value is not null && !IsReadable(each.Value))
            .Select(each => new ValidationResult(
                $"{Section}:{each.Name} cannot be read: write it as Server=…;Database=…;User ID=…;Password=…."
            ));
    }

    /// <summary>
    /// The settings our SQL relies on, whatever the operator wrote: ids in sixteen bytes, instants in UTC, rows counted as changed
    /// (so that an unchanged duplicate is not counted as a row that landed), and no local files read into the server.
    /// </summary>
    public static MySqlConnectionStringBuilder WithOurSettings(string connectionString) =>
        new(connectionString)
        {
            GuidFormat = MySqlGuidFormat.Binary16,
            DateTimeKind = MySqlDateTimeKind.Utc,
            UseAffectedRows = true,
            AllowUserVariables = false,
            AllowLoadLocalInfile = false,
            CharacterSet = "utf8mb4",
            ConnectionTimeout = 5,
            DefaultCommandTimeout = 15,
            CancellationTimeout = 2,
        };

    private static bool IsReadable(string connectionString)
    {
        try
        {
            _ = new MySqlConnectionStringBuilder(connectionString);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
