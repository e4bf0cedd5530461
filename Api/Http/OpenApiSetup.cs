using Craftsman.Api.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Craftsman.Api.Http;

/// <summary>Two descriptions: <c>v1</c> for the mini program and <c>admin</c> for staff.</summary>
public static class OpenApiSetup
{
    public const string MiniProgram = "v1";
    public const string Admin = "admin";

    public static void AddOpenApiDocuments(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(MiniProgram, new OpenApiInfo { Title = "Craftsman · 小程序接口", Version = "v1" });
            options.SwaggerDoc(Admin, new OpenApiInfo { Title = "Craftsman · 工作人员接口", Version = "v1" });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(NameOf);
            options.AddSecurityDefinition(
                "bearer",
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                }
            );
            options.MapType<OpaqueId>(() => new OpenApiSchema { Type = JsonSchemaType.String });
            options.OperationFilter<Answers>();
            foreach (var assembly in new[] { typeof(OpenApiSetup).Assembly, typeof(Domain.Refusal).Assembly })
            {
                options.IncludeXmlComments(assembly, includeControllerXmlComments: false);
            }
        });
    }

    public static void MapOpenApiDocuments(this WebApplication app)
    {
        app.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint($"/swagger/{MiniProgram}/swagger.json", "小程序");
            options.SwaggerEndpoint($"/swagger/{Admin}/swagger.json", "工作人员");
        });
    }

    /// <summary>The action and its part: <c>SendTip.Request</c> becomes <c>SendTipRequest</c>.</summary>
    private static string NameOf(Type type) =>
        type.IsGenericType
            ? string.Concat(type.GetGenericArguments().Select(NameOf))
                + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
        : type.DeclaringType is { } outer ? outer.Name + type.Name
        : type.Name;

    /// <summary>Says on each operation who may call it and which refusals any such operation can answer.</summary>
    private sealed class Answers : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            var isAnonymous = metadata.OfType<IAllowAnonymous>().Any() || !metadata.OfType<IAuthorizeData>().Any();
            var isStaff = context.DocumentName == Admin;
            var isWrite = context.ApiDescription.HttpMethod is not "GET";
            Add(operation, context, "503");
            if (!isAnonymous)
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement
                    {
                        [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [],
                    },
                ];
                Add(operation, context, "401");
                if (isStaff)
                {
                    Add(operation, context, "403");
                }
            }

            if (isWrite || operation.Parameters is { Count: > 0 })
            {
                Add(operation, context, "400");
            }

            if (isWrite && operation.RequestBody is not null)
            {
                Add(operation, context, "413");
                Add(operation, context, "415");
            }

            if (isWrite && (!isStaff || isAnonymous))
            {
                Add(operation, context, "429");
            }

            if (isWrite && !isStaff && !isAnonymous)
            {
                Add(operation, context, "422");
                operation.Parameters ??= [];
                operation.Parameters.Add(
                    new OpenApiParameter
                    {
                        Name = "Idempotency-Key",
                        In = ParameterLocation.Header,
                        Description = "同一操作重试时使用同一个值，服务端保证只执行一次。",
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            MinLength = 1,
                            MaxLength = 128,
                        },
                    }
                );
            }
        }

        private static void Add(OpenApiOperation operation, OperationFilterContext context, string status)
        {
            operation.Responses ??= [];
            if (operation.Responses.ContainsKey(status))
            {
                return;
            }

            var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
            operation.Responses[status] = new OpenApiResponse
            {
                Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(
                    int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)
                ),
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType { Schema = schema },
                },
            };
        }
    }
}

/// <summary>What every refusal looks like (RFC 9457).</summary>
/// <param name="Type">A stable name of the code.</param>
/// <param name="Title">A sentence the citizen reads.</param>
/// <param name="Status">The HTTP status again.</param>
/// <param name="Code">Programs branch on it; problems.md lists them.</param>
/// <param name="Clause">The clause of the notice that says no.</param>
/// <param name="Errors">What is wrong with which field.</param>
/// <param name="TraceId">Helps us find the request.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string? Clause,
    IReadOnlyDictionary<string, string[]>? Errors,
    string TraceId
);
